import { screen } from '@testing-library/react';
import { sessionOf } from '../testing/samples.js';
import { renderPage } from '../testing/renderPage.js';
import { Shell } from './Shell.js';

// jsdom has nothing to scroll.
beforeAll(() => { window.scrollTo = () => undefined; });

it.each([360, 1366])('every page of the back office has its entry for complaints, at %i px', async (width) => {
  renderPage(<Shell><p>page</p></Shell>, { session: sessionOf('liaison'), path: '/activities/:id', address: '/activities/7', width });
  expect(await screen.findByText('page')).toBeTruthy();
  expect(screen.getByRole('link', { name: '投诉与建议' }).getAttribute('href')).toBe('/complaints?about=%2Fadmin%2Factivities%2F7');
});
