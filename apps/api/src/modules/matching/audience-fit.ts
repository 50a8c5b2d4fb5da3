import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { occupations, type Occupation } from '@kepu/contracts';
import { z } from 'zod';
import { repositoryRoot } from '../../platform/config/repository.js';

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** `seeds/audience-fit.json`: every occupation, and the keys of the audiences that it suits. */
export const audienceFitFile = z.strictObject({ note: z.string().min(1), fit: z.record(z.enum(occupations), z.record(key, z.number().min(0).max(1))) });
const audienceNames = z.object({ audiences: z.array(z.object({ key, name: z.string() })) });

/** How well an occupation suits the audience of a name. */
export type AudienceFit = (occupation: Occupation, audience: string) => number;
/** Where the table is bound. */
export const AUDIENCE_FIT = Symbol('audience fit');

const read = <S extends z.ZodType>(file: string, shape: S): z.output<S> =>
  shape.parse(JSON.parse(readFileSync(join(repositoryRoot, 'seeds', file), 'utf8')));

/** Reads and checks the table once, when the process starts. Throws a ZodError for what does not have its shape, and for an audience that does not exist. */
export const readAudienceFit = (): AudienceFit => {
  const { fit } = read('audience-fit.json', audienceFitFile);
  const { audiences } = read('audiences.json', audienceNames);
  const keys = new Map(audiences.map((audience) => [audience.name, audience.key]));
  return (occupation, name) => fit[occupation][keys.get(name) ?? ''] ?? 0;
};
