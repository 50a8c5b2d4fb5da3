import { ApiProblem } from '@kepu/api-client/slim';
import { HttpError } from 'react-admin';

/** Errors by field, nested as the form is. */
export interface FieldErrors { [field: string]: string | FieldErrors }

/** Field errors of a problem, without the part (`body.`, `query.`) that a form does not know of. */
export const fieldErrors = (problem: ApiProblem['problem']): FieldErrors => {
  const errors: FieldErrors = {};
  for (const { path, message } of problem.errors ?? []) {
    const steps = path.split('.').slice(path.startsWith('body.') || path.startsWith('query.') || path.startsWith('params.') ? 1 : 0);
    const last = steps.pop();
    if (!last) continue;
    let node = errors;
    for (const step of steps) {
      const inner = node[step];
      node = typeof inner === 'object' ? inner : (node[step] = {});
    }
    node[last] ??= message;
  }
  return errors;
};

/** What a person reads when something was refused: the API's sentence, or ours where no answer came. */
export const messageOf = (error: unknown): string => {
  if (error instanceof ApiProblem) return error.status === 0 ? 'admin.shell.unreachable' : error.problem.detail;
  if (error instanceof HttpError) return error.message;
  return 'admin.shell.unexpected';
};

/** Somebody else has changed it since it was read. */
export const isStale = (error: unknown): boolean => error instanceof ApiProblem && error.problem.code === 'version.stale';

/** What a form is told of a refusal, whichever way it came. */
export const formErrors = (error: unknown): FieldErrors | undefined => {
  if (error instanceof ApiProblem) return fieldErrors(error.problem);
  return error instanceof HttpError ? ((error.body as { errors?: FieldErrors } | null)?.errors ?? undefined) : undefined;
};

/** A refusal as react-admin expects it: message, status, and `body.errors` for the form. */
export const toHttpError = (error: unknown): Error => {
  if (!(error instanceof ApiProblem)) return error instanceof Error ? error : new Error(String(error));
  const errors = fieldErrors(error.problem);
  const has = Object.keys(errors).length > 0;
  return new HttpError(messageOf(error), error.status, { ...error.problem, errors: has ? { ...errors, root: { serverError: error.problem.detail } } : undefined });
};
