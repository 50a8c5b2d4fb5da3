import type { Locale } from '@kepu/contracts/labels';
import type { PageContext, Told } from '../page.js';
import { isQuiet } from '../routes.js';

type HeadProps = PageContext & Pick<Told, 'title' | 'description' | 'published' | 'canonical'>;

/** Title, description, the other language, and the meta fields that government sites carry (国办发〔2017〕47号). A preview in a chat reads the same. */
export const Head = ({ page, locale, words, site, publicUrl, cityName, title, description, published, canonical, inLanguage }: HeadProps) => {
  const siteName = words('siteName', { city: cityName }).trim();
  const full = page === 'home' ? title : `${title} · ${siteName}`;
  const found = page !== 'notFound' && page !== 'failure' && !isQuiet(page);
  const address = (language: Locale) => `${publicUrl}${(canonical ?? inLanguage)(language)}`;
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={description} />
      <meta name="color-scheme" content="light dark" />
      <meta name="SiteName" content={siteName} />
      <meta name="SiteDomain" content={new URL(publicUrl).host} />
      {site.idCode && <meta name="SiteIDCode" content={site.idCode} />}
      <meta name="ColumnName" content={title} />
      {published && <><meta name="ArticleTitle" content={title} /><meta name="PubDate" content={published} /><meta name="ContentSource" content={site.organiser ?? siteName} /></>}
      <meta property="og:type" content="website" />
      <meta property="og:title" content={full} />
      <meta property="og:description" content={description} />
      {found ? (
        <>
          <link rel="canonical" href={address(locale)} />
          <link rel="alternate" hrefLang="zh-CN" href={address('zh-CN')} />
          <link rel="alternate" hrefLang="en" href={address('en')} />
          <link rel="alternate" hrefLang="x-default" href={address('zh-CN')} />
          <meta property="og:url" content={address(locale)} />
        </>
      ) : <meta name="robots" content="noindex" />}
      <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    </>
  );
};
