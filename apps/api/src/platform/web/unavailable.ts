import type { FastifyReply } from 'fastify';
import { apiPolicy } from './security-headers.js';

/** The page of last resort: no style, no script, both languages. `hint` is for whoever runs the server. */
export const sendUnavailable = (reply: FastifyReply, hint: string): FastifyReply => reply.status(503)
  .headers({ 'cache-control': 'no-store', 'retry-after': '30', 'content-security-policy': apiPolicy })
  .type('text/html; charset=utf-8')
  .send(`<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>页面暂时打不开</title></head>`
    + `<body><main><h1>页面暂时打不开</h1><p>请过一会儿再试。</p><p lang="en">This page cannot be shown right now. Please try again in a while.</p><p lang="en">${hint}</p></main></body></html>`);

/** What to do about an app that was never built. */
export const notBuilt = (app: 'portal' | 'admin'): string => `The ${app} has not been built: run <code>npm run build</code> and start again.`;
