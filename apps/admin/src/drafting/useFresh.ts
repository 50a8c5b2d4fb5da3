import { useQueryClient } from '@tanstack/react-query';

/** Loads the newest where a step was refused, so that the next try is of what is there now; the refusal goes on to whoever shows it, and what was typed stays. */
export const useFresh = () => {
  const client = useQueryClient();
  return async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      await client.invalidateQueries({ queryKey: ['kepu'] });
      throw error;
    }
  };
};
