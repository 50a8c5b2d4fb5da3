import { createClient, type Client } from '@kepu/api-client';
import { consentVersions, type Child, type Family } from '@kepu/contracts';
import type { TestServer } from '../support/server.js';

export const familyPassword = 'Nanyan-2026-yun';
let serial = 0;
/** A number that nobody has yet. */
export const newPhone = (): string => `1370000${String((serial += 1)).padStart(4, '0')}`;

/** A person with a session, by a phone. */
export interface FamilyPerson { readonly client: Client; readonly cookie: string; readonly phone: string }

/** The day in Shanghai on which somebody of an age today was born, so many days before the birthday. */
export const bornFor = (today: string, age: number, daysToBirthday = 100): string => {
  const turned = new Date(`${today}T00:00:00Z`);
  turned.setUTCDate(turned.getUTCDate() + daysToBirthday);
  return `${turned.getUTCFullYear() - age - 1}${turned.toISOString().slice(4, 10)}`;
};

const post = async (server: TestServer, path: string, body: unknown): Promise<{ client: Client; cookie: string }> => {
  const answer = await server.fetch(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  if (answer.status !== 201) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, client: createClient({ baseUrl: server.url, headers: { cookie }, parseAnswers: true }) };
};

/** A guardian who is no volunteer. */
export const guardian = async (server: TestServer, name = '林素云', phone = newPhone(), bornOn = '1985-03-12'): Promise<FamilyPerson> =>
  ({ phone, ...(await post(server, '/api/v1/guardians', { name, bornOn, phone, password: familyPassword, consent: consentVersions.privacy })) });

/** Somebody who registers on the own phone. */
export const registered = async (server: TestServer, given: { name: string; bornOn: string; occupation?: string; countyCode?: string }): Promise<FamilyPerson> => {
  const phone = newPhone();
  return { phone, ...(await post(server, '/api/v1/volunteers', { phone, occupation: 'pupil', countyCode: '330302', password: familyPassword, consent: consentVersions.privacy, ...given })) };
};

/** What a guardian gives to register a child. */
export const childOf = (bornOn: string, given: object = {}) => ({ name: '林小满', bornOn, relation: 'mother' as const, countyCode: '330302', consent: consentVersions.privacy, childConsent: consentVersions.child, ...given });

/** Registers a child, and answers it. */
export const addChild = async ({ client }: Pick<FamilyPerson, 'client'>, bornOn: string, given: object = {}): Promise<Child> => {
  const family = await client.registerChild({ body: childOf(bornOn, given) });
  const child = family.children.find((one) => one.bornOn === bornOn);
  if (!child) throw new Error('The child is missing');
  return child;
};

/** A pupil who registered alone and the guardian who said yes to the link. */
export const linkedPupil = async (server: TestServer, name: string, bornOn: string): Promise<{ pupil: FamilyPerson; mother: FamilyPerson; family: Family }> => {
  const [pupil, mother] = [await registered(server, { name, bornOn }), await guardian(server)];
  const { link } = await pupil.client.askGuardian({ body: { name: '林素云', phone: mother.phone, relation: 'mother' } });
  const family = await mother.client.acceptGuardianRequest({ body: { token: tokenOf(link), childConsent: consentVersions.child } });
  return { pupil, mother, family };
};

export const tokenOf = (link: string): string => link.split('#')[1] ?? '';
