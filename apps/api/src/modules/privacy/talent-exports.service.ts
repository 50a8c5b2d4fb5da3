import { Injectable } from '@nestjs/common';
import { exportMost, type Credential, type credentialExport, type Nomination, type nominationExport, type PoolTerm, type poolTermExport } from '@kepu/contracts';
import { label, type Locale } from '@kepu/contracts/labels';
import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { PersonActor } from '../../platform/auth/actor.js';
import { Clock, shanghaiDay } from '../../platform/clock/index.js';
import { Credentials, NominationsService, PoolsService } from '../talents/index.js';
import { ExportLedger } from './export-ledger.js';
import type { PeopleColumn } from './people-sheet.js';

interface TermRow { readonly at: number; readonly term: PoolTerm; readonly phone: string }

const dayOf = (at: string | null | undefined): string => (at ? shanghaiDay(new Date(at)) : '');
const termState = ({ ended, suspended }: PoolTerm): string => (ended ? 'ended' : suspended ? 'suspended' : 'valid');
const said = ({ willing, asked }: PoolTerm): string => (willing === null ? (asked ? 'asked' : 'unasked') : willing ? 'yes' : 'no');
const termColumns: readonly PeopleColumn<TermRow>[] = [
  { key: 'place', width: 6, value: ({ at }) => at + 1 }, { key: 'name', width: 12, value: ({ term }) => term.person.name }, { key: 'pool', width: 18, value: ({ term }) => term.pool.name }, { key: 'unit', width: 26, value: ({ term }) => term.unit?.name ?? '' }, { key: 'county', width: 12, value: ({ term }) => term.county.name },
  { key: 'fromDay', width: 12, value: ({ term }) => term.fromDay }, { key: 'toDay', width: 12, value: ({ term }, t) => term.ended?.on ?? term.toDay ?? t('exported.openEnd') }, { key: 'letter', width: 24, value: ({ term }) => term.number ?? '' }, { key: 'issuedOn', width: 12, value: ({ term }) => term.issuedOn ?? '' },
  { key: 'state', width: 10, value: ({ term }, t) => t(`terms.appointmentStates.${termState(term)}`) }, { key: 'willing', width: 12, value: ({ term }, t) => t(`terms.termAnswers.${said(term)}`) }, { key: 'phone', width: 18, value: ({ phone }) => phone },
];
const nominationColumns: readonly PeopleColumn<Nomination>[] = [
  { key: 'name', width: 12, value: ({ person }) => person.name }, { key: 'pool', width: 18, value: ({ pool }) => pool.name }, { key: 'unit', width: 26, value: ({ unit }) => unit?.name ?? '' }, { key: 'county', width: 12, value: ({ county }) => county?.name ?? '' }, { key: 'own', width: 10, value: ({ own }, t) => t(own ? 'documents.yes' : 'documents.no') },
  { key: 'state', width: 14, value: ({ state }, t) => t(`terms.nominationStates.${state}`) }, { key: 'consent', width: 16, value: ({ consent }, t) => t(`terms.nominationConsents.${consent}`) }, { key: 'submittedOn', width: 12, value: ({ submitted }) => dayOf(submitted?.at) }, { key: 'decidedOn', width: 12, value: ({ decided }) => dayOf(decided?.at) }, { key: 'reasonGiven', width: 40, value: ({ reason }) => reason ?? '' },
];
const credentialColumns: readonly PeopleColumn<Credential>[] = [
  { key: 'name', width: 12, value: ({ person }) => person.name }, { key: 'unit', width: 26, value: ({ unit }) => unit?.name ?? '' }, { key: 'county', width: 12, value: ({ county }) => county.name }, { key: 'kind', width: 20, value: ({ kind }) => kind.name }, { key: 'issuer', width: 24, value: ({ issuer }) => issuer }, { key: 'credentialNumber', width: 16, value: ({ number }) => number ?? '' },
  { key: 'fromDay', width: 12, value: ({ fromDay }) => fromDay }, { key: 'toDay', width: 12, value: ({ toDay }, t) => toDay ?? t('exported.openEnd') }, { key: 'state', width: 14, value: ({ state }, t) => t(`terms.credentialStates.${state}`) }, { key: 'confirmedBy', width: 14, value: ({ confirmedBy }) => confirmedBy ?? '' },
];
const whole = { page: 1, perPage: exportMost + 1 } as const;

/** Lists of the pools as they leave: terms and the roster of a pool, nominations, certificates. */
@Injectable()
export class TalentExports {
  constructor(private readonly pools: PoolsService, private readonly nominations: NominationsService, private readonly credentials: Credentials, private readonly ledger: ExportLedger, private readonly clock: Clock) {}

  /** With one pool it is the roster (名册) of that pool, on the day that is asked about. Errors: `export.too_many`, `personal.daily_limit`. */
  async terms(actor: PersonActor, { purpose, reason, ...filters }: z.output<typeof poolTermExport>, locale: Locale): Promise<Readable> {
    await this.ledger.begin(actor);
    const { data, total } = await this.pools.listTerms(actor, { ...filters, ...whole });
    this.ledger.demand(total);
    const ids = data.map(({ person }) => person.id);
    const phones = await this.ledger.phones(actor, ids, purpose);
    const rows = data.map((term, at) => ({ at, term, phone: phones.get(term.person.id) ?? '' }));
    const sheet = label(locale, filters.poolId === undefined ? 'exported.terms' : 'exported.roster');
    const title = filters.poolId === undefined ? {} : { title: label(locale, 'exported.rosterTitle', { pool: (await this.pools.nameOf(filters.poolId)) ?? '', day: filters.on ?? this.clock.today(), count: data.length }) };
    return this.ledger.leave(actor, { purpose, reason }, 'pool_terms', Object.keys(filters), ids, { sheet, ...title, columns: termColumns, rows }, locale);
  }

  /** Errors: `export.too_many`, `personal.daily_limit`. */
  async nominationList(actor: PersonActor, { purpose, reason, ...filters }: z.output<typeof nominationExport>, locale: Locale): Promise<Readable> {
    await this.ledger.begin(actor);
    const { data, total } = await this.nominations.list(actor, { ...filters, ...whole });
    this.ledger.demand(total);
    return this.ledger.leave(actor, { purpose, reason }, 'nominations', Object.keys(filters), data.map(({ person }) => person.id), { sheet: label(locale, 'exported.nominations'), columns: nominationColumns, rows: data }, locale);
  }

  /** Numbers of certificates stay masked. Errors: `export.too_many`, `personal.daily_limit`. */
  async credentialList(actor: PersonActor, { purpose, reason, ...filters }: z.output<typeof credentialExport>, locale: Locale): Promise<Readable> {
    await this.ledger.begin(actor);
    const { data, total } = await this.credentials.list(actor, { ...filters, ...whole });
    this.ledger.demand(total);
    return this.ledger.leave(actor, { purpose, reason }, 'credentials', Object.keys(filters), data.map(({ person }) => person.id), { sheet: label(locale, 'exported.credentials'), columns: credentialColumns, rows: data }, locale);
  }
}
