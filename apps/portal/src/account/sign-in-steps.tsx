import type { SignInOptions } from '@kepu/contracts';
import { NoScript, Skeleton } from '../layout/parts.js';
import { cityOf } from '../load.js';
import type { PageContext, Tell } from '../page.js';
import { wordsFor } from '../words.js';
import { optionsOf, Ways } from './sign-in-page.js';

const wanted = ['signIn', 'entry', 'second', 'link', 'recover', 'form', 'offline'];

const Step = ({ step, children, ...context }: PageContext & { readonly step: 'second' | 'link' | 'recover'; readonly children?: React.ReactNode }) => (
  <div className="wrap page form-page form-narrow">
    <h1>{context.words(`${step}.heading`)}</h1>
    <NoScript {...context} what="signIn" />
    <div className="island by-script" data-island={step} data-words={wordsFor(context.locale, wanted)}>{children ?? <Skeleton words={context.words} />}</div>
  </div>
);

const Recovery = ({ options, ...context }: PageContext & { readonly options: SignInOptions }) => (
  <Step {...context} step="recover">{options.sms || options.email ? <><p>{context.words('recover.text')}</p><Ways words={context.words} options={options} without="password" /></> : <p className="note note-wait">{context.words('recover.none')}</p>}</Step>
);

/** The second proof, for whoever comes from a page that asked for it. */
export const tellSecond: Tell = async (ask) => ({
  title: ask.words('second.title'), description: ask.words('second.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['signIn'], body: (context) => <Step {...context} step="second" />,
});
/** Where the link of a mail leads: what stands behind # in its address stays with the browser. */
export const tellLink: Tell = async (ask) => ({
  title: ask.words('link.title'), description: ask.words('link.description'), cityName: await cityOf(ask), sheets: ['forms'], islands: ['signIn'], body: (context) => <Step {...context} step="link" />,
});
/** A forgotten password. */
export const tellRecover: Tell = async (ask) => {
  const [options, cityName] = await Promise.all([optionsOf(ask), cityOf(ask)]);
  return { title: ask.words('recover.title'), description: ask.words('recover.description'), cityName, sheets: ['forms'], islands: ['signIn'], body: (context) => <Recovery {...context} options={options} /> };
};
