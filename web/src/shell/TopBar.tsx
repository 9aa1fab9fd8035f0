import { useState } from 'react';
import { onward } from '../address/address';
import { Link } from '../address/Link';
import { useConnection } from '../api/connection';
import { speak, useWords, type Key } from '../words/words';
import { setTheme, useTheme } from './theme';

const places: { to: string; name: Key; under: string[] }[] = [
  { to: '/', name: 'nav.plan', under: ['/plans/'] },
  { to: '/plans', name: 'nav.plans', under: ['/plans', '/compare'] },
  { to: '/pillars', name: 'nav.pillars', under: ['/pillars'] },
  { to: '/hubs', name: 'nav.hubs', under: ['/hubs'] },
  { to: '/register', name: 'nav.register', under: ['/register'] },
  { to: '/studies', name: 'nav.studies', under: ['/studies', '/jobs'] },
  { to: '/sweeps', name: 'nav.sweeps', under: ['/sweeps'] },
  { to: '/about', name: 'nav.about', under: ['/about'] },
];

const isUnder = (path: string, under: string[]) => under.some((start) => (start.endsWith('/') ? path.startsWith(start) : path === start || path.startsWith(`${start}/`)));

export function TopBar({ path }: { path: string }) {
  const { t, language } = useWords();
  const theme = useTheme();
  const connection = useConnection();
  const [open, setOpen] = useState(false);
  const here = places.find((place) => isUnder(path, place.under));
  return (
    <>
      <header className="top">
        <Link href="/" className="brand"><img src="/icon.svg" alt="" width="28" height="28" /><span>Trunkline</span></Link>
        <button className="quiet menu" aria-expanded={open} aria-controls="places" onClick={() => setOpen(!open)}>{t('nav.menu')}</button>
        <nav id="places" aria-label={t('nav.name')} className={open ? 'open' : ''} onClick={() => setOpen(false)}>
          {places.map((place) => (
            <Link key={place.to} href={onward(place.to)} aria-current={place === here ? 'page' : undefined}>{t(place.name)}</Link>
          ))}
        </nav>
        <div className="row tools">
          <button className="quiet" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => speak(language === 'en' ? 'zh' : 'en')} aria-label={language === 'en' ? '切换到中文' : 'Switch to English'}>
            {language === 'en' ? '中文' : 'English'}
          </button>
          <button className="quiet" aria-pressed={theme === 'dark'} onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')} title={t('shell.dark')} aria-label={t('shell.dark')}>
            <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" strokeWidth="1.8" /><path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor" /></svg>
          </button>
        </div>
      </header>
      <div aria-live="assertive">
        {connection === 'lost' ? <p className="banner bad"><span className="spin" aria-hidden="true" /> {t('shell.noServer')}</p> : null}
        {connection === 'starting' ? <p className="banner warn"><span className="spin" aria-hidden="true" /> {t('shell.starting')}</p> : null}
      </div>
    </>
  );
}
