import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router-dom';
import { App } from './App.js';
import { currentLocale, setCurrentLocale } from './providers/locale.js';

setCurrentLocale(currentLocale());

// The content policy lets only those style sheets in that carry the page's nonce.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
const styles = createCache({ key: 'kepu', prepend: true, ...(nonce ? { nonce } : {}) });

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <CacheProvider value={styles}>
        <BrowserRouter basename="/admin">
          <App />
        </BrowserRouter>
      </CacheProvider>
    </StrictMode>,
  );
}
