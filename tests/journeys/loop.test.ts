import type { Locale } from '@kepu/contracts/labels';
import type { screens } from '../support/browser.js';
import { engines, type Engine } from '../support/engines.js';
import { startServer, type TestServer } from '../support/server.js';
import { journey } from './journey.js';
import { acceptWork, approve, chooseAmongCandidates, close, enterWork, firstPages, fromNumberToCheckIn, postActivity, setMeasure, signForItem } from './loop-back-office.js';
import { checkIn, checkOut, findActivity, joinTheQueue, register, signUp } from './loop-portal.js';
import { begin } from './loop-story.js';

/** Each language, each screen and each database at least once: the story is long, and the requests are the same. */
const stories: readonly { locale: Locale; screen: keyof typeof screens; on: readonly Engine[] }[] = [
  { locale: 'zh-CN', screen: 'phone', on: ['mariadb'] }, { locale: 'zh-CN', screen: 'desk', on: ['sqlite'] }, { locale: 'en', screen: 'phone', on: ['sqlite'] },
];

for (const { locale, screen, on } of stories) {
  for (const database of engines().filter((engine) => on.includes(engine))) {
    describe(`the loop in ${locale} at a ${screen} on ${database}`, () => {
      let server: TestServer;
      beforeAll(async () => {
        server = await startServer({ database });
      });

      journey('leads from an item of the paper to a proven hour, and back to the item', () => server, async (open) => {
        const story = await begin(server, open, locale, screen);
        await setMeasure(story);
        await signForItem(story);
        await postActivity(story);
        await approve(story);
        await enterWork(story);
        await acceptWork(story);
        await register(story);
        await findActivity(story);
        await signUp(story);
        await chooseAmongCandidates(story);
        await joinTheQueue(story);
        await checkIn(story);
        await checkOut(story);
        await close(story);
        await fromNumberToCheckIn(story);
        await firstPages(story);
      }, { minutes: 6 });
    });
  }
}
