import { z } from 'zod';
import { pageOf } from '../paging.js';
import { byId, done } from '../primitives.js';
import { defineRoute } from '../route.js';
import {
  account, accountChange, accountInput, accountQuery, accountWithPassword, auditEntry, auditQuery, grant, grantInput, grantQuery,
  passwordChange, session, sessionInput,
} from './schemas.js';

/** Routes of accounts, sessions, grants and the audit trail. */
export const identityRoutes = {
  createSession: defineRoute('createSession', {
    summary: 'Sign in', access: 'public', body: sessionInput, response: session, status: 201, errors: ['auth.failed', 'rate.limited'],
  }),
  getSession: defineRoute('getSession', { summary: 'Who is signed in, and what they may do', access: 'signed-in', response: session }),
  deleteSession: defineRoute('deleteSession', { summary: 'Sign out', access: 'signed-in', response: done }),
  changePassword: defineRoute('changePassword', {
    summary: 'Change the own password; every other session ends', access: 'signed-in', body: passwordChange, response: done,
    errors: ['auth.failed', 'auth.password_weak', 'rate.limited'],
  }),
  listAccounts: defineRoute('listAccounts', { summary: 'People', access: 'account:read', query: accountQuery, response: pageOf(account) }),
  // Not repeatable: an answer that is kept to be repeated must not hold a password.
  createAccount: defineRoute('createAccount', {
    summary: 'Add a person', access: 'account:write', body: accountInput, response: accountWithPassword, status: 201,
    errors: ['account.identifier_taken'],
  }),
  getAccount: defineRoute('getAccount', { summary: 'One person', access: 'account:read', params: byId, response: account }),
  updateAccount: defineRoute('updateAccount', {
    summary: 'Change a person', access: 'account:write', params: byId, body: accountChange, response: account,
    errors: ['version.stale', 'account.identifier_taken', 'lifecycle.not_allowed'],
  }),
  disableAccount: defineRoute('disableAccount', {
    summary: 'Disable a person; every session ends at once', access: 'account:write', params: byId, response: account,
    errors: ['account.last_administrator', 'account.own_rights', 'lifecycle.not_allowed'],
  }),
  enableAccount: defineRoute('enableAccount', { summary: 'Enable a person', access: 'account:write', params: byId, response: account, errors: ['lifecycle.not_allowed'] }),
  resetPassword: defineRoute('resetPassword', {
    summary: 'Give a new first password; every session ends', access: 'account:write', params: byId, response: accountWithPassword, errors: ['lifecycle.not_allowed'],
  }),
  listGrants: defineRoute('listGrants', { summary: 'Who may do what', access: 'grant:read', query: grantQuery, response: pageOf(grant) }),
  createGrant: defineRoute('createGrant', {
    summary: 'Give a right', access: 'grant:write', body: grantInput, response: grant, status: 201, repeatable: true,
    errors: ['grant.exists', 'reference.not_found', 'account.own_rights'],
  }),
  endGrant: defineRoute('endGrant', {
    summary: 'Withdraw a right at once', access: 'grant:write', params: byId, response: grant,
    errors: ['account.last_administrator', 'account.own_rights'],
  }),
  listAuditEntries: defineRoute('listAuditEntries', {
    summary: 'Who changed what, when', access: 'audit:read', query: auditQuery, response: pageOf(auditEntry),
  }),
} as const;

/** Routes that say how the process is, and what it offers. */
export const systemRoutes = {
  openapi: defineRoute('openapi', { summary: 'This document', access: 'public', response: z.looseObject({ openapi: z.string() }) }),
  live: defineRoute('live', { summary: 'The process runs', access: 'public', response: z.object({ status: z.literal('ok') }) }),
  ready: defineRoute('ready', {
    summary: 'Database, migrations and clock are as they must be', access: 'public', response: z.object({ status: z.literal('ok'), version: z.string() }),
    errors: ['server.unavailable'],
  }),
} as const;
