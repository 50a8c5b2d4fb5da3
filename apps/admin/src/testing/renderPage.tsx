import type { Session } from '@kepu/contracts';
import { QueryClient } from '@tanstack/react-query';
import { configure, render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { AdminContext, memoryStore, Notification } from 'react-admin';
import { MemoryRouter, Route, Routes } from 'react-router-dom';
import { createI18nProvider } from '../i18n/index.js';
import { api } from '../providers/api.js';
import { authProvider } from '../providers/authProvider.js';
import { createDataProvider } from '../providers/dataProvider.js';
import { setSession } from '../providers/session.js';
import { lightTheme } from '../theme.js';

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 8_000 });

/** A page inside everything that it finds around it in the back office, at one address, for one person. */
export const renderPage = (page: ReactNode, { session, path = '/', address = path, width = 1366 }: { session: Session; path?: string; address?: string; width?: number }): RenderResult => {
  // jsdom lays nothing out and has no media queries: the width decides those that ask for one.
  window.matchMedia = (query) => {
    const most = /max-width:\s*([\d.]+)px/.exec(query)?.[1];
    const least = /min-width:\s*([\d.]+)px/.exec(query)?.[1];
    const matches = most !== undefined ? width <= Number(most) : least !== undefined ? width >= Number(least) : false;
    return { matches, media: query, onchange: null, addEventListener: () => undefined, removeEventListener: () => undefined, addListener: () => undefined, removeListener: () => undefined, dispatchEvent: () => false };
  };
  setSession(session);
  return render(
    <MemoryRouter initialEntries={[address]}>
      <AdminContext dataProvider={createDataProvider(api)} authProvider={authProvider} i18nProvider={createI18nProvider('zh-CN')} store={memoryStore()} queryClient={new QueryClient()} theme={lightTheme}>
        <Routes><Route path={path} element={page} /><Route path="*" element={<p>elsewhere</p>} /></Routes>
        <Notification />
      </AdminContext>
    </MemoryRouter>,
  );
};
