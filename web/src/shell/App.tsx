import { lazy, Suspense, useEffect, type ComponentType } from 'react';
import { fit, useAddress } from '../address/address';
import { useWords, type Key } from '../words/words';
import { Broken } from './Broken';
import { Home } from './Home';
import { Waiting } from './Waiting';
import { TopBar } from './TopBar';

type Parts = Record<string, string>;
interface Room {
  pattern: string;
  title: Key;
  page: ComponentType<{ parts: Parts }>;
}

// Each page loads by itself: the map is not fetched by someone who reads the register.
const rooms: Room[] = [
  { pattern: '/', title: 'title.home', page: Home },
  { pattern: '/plans', title: 'title.plans', page: lazy(() => import('../plan/PlansPage')) },
  { pattern: '/plans/:id', title: 'title.plan', page: lazy(() => import('../plan/PlanPage')) },
  { pattern: '/plans/:id/:kind/:thing', title: 'title.thing', page: lazy(() => import('../plan/ThingPage')) },
  { pattern: '/compare', title: 'title.compare', page: lazy(() => import('../compare/ComparePage')) },
  { pattern: '/pillars', title: 'title.pillars', page: lazy(() => import('../pillars/PillarsPage')) },
  { pattern: '/pillars/:pillar', title: 'title.pillars', page: lazy(() => import('../pillars/PillarsPage')) },
  { pattern: '/hubs', title: 'title.hubs', page: lazy(() => import('../hubs/HubsPage')) },
  { pattern: '/hubs/:hub', title: 'title.hubs', page: lazy(() => import('../hubs/HubsPage')) },
  { pattern: '/register', title: 'title.register', page: lazy(() => import('../register/RecordsPage')) },
  { pattern: '/register/records/:record', title: 'title.record', page: lazy(() => import('../register/RecordPage')) },
  { pattern: '/register/timeline', title: 'title.timeline', page: lazy(() => import('../register/TimelinePage')) },
  { pattern: '/register/graph', title: 'title.graph', page: lazy(() => import('../register/GraphPage')) },
  { pattern: '/register/matrix', title: 'title.matrix', page: lazy(() => import('../register/MatrixPage')) },
  { pattern: '/register/parameters', title: 'title.parameters', page: lazy(() => import('../register/ParametersPage')) },
  { pattern: '/register/parameters/:parameter', title: 'title.parameters', page: lazy(() => import('../register/ParametersPage')) },
  { pattern: '/register/review', title: 'title.review', page: lazy(() => import('../register/ReviewPage')) },
  { pattern: '/register/gates', title: 'title.gates', page: lazy(() => import('../register/GatesPage')) },
  { pattern: '/studies', title: 'title.studies', page: lazy(() => import('../studies/StudiesPage')) },
  { pattern: '/studies/new', title: 'title.newStudy', page: lazy(() => import('../studies/StudyFormPage')) },
  { pattern: '/studies/data', title: 'title.data', page: lazy(() => import('../studies/DataPage')) },
  { pattern: '/studies/:study', title: 'title.study', page: lazy(() => import('../studies/StudyPage')) },
  { pattern: '/studies/:study/edit', title: 'title.newStudy', page: lazy(() => import('../studies/StudyFormPage')) },
  { pattern: '/sweeps', title: 'title.sweeps', page: lazy(() => import('../sweeps/SweepsPage')) },
  { pattern: '/sweeps/new', title: 'title.newSweep', page: lazy(() => import('../sweeps/SweepNewPage')) },
  { pattern: '/sweeps/:sweep', title: 'title.sweep', page: lazy(() => import('../sweeps/SweepPage')) },
  { pattern: '/jobs', title: 'title.jobs', page: lazy(() => import('../studies/JobsPage')) },
  { pattern: '/about', title: 'title.about', page: lazy(() => import('./AboutPage')) },
];

export function App() {
  const { path } = useAddress();
  const { t } = useWords();
  let found: { room: Room; parts: Parts } | null = null;
  for (const room of rooms) {
    const parts = fit(room.pattern, path);
    if (parts) {
      found = { room, parts };
      break;
    }
  }
  const title = t(found?.room.title ?? 'title.missing');
  useEffect(() => {
    document.title = `${title} · Trunkline`;
  }, [title]);
  const Page = found?.room.page;
  return (
    <>
      <a className="skip" href="#main">{t('shell.skip')}</a>
      <TopBar path={path} />
      <main id="main" tabIndex={-1}>
        <Broken key={found?.room.pattern ?? path}>
          <Suspense fallback={<Waiting />}>
            {Page ? <Page parts={found!.parts} /> : <div className="page"><h1>{title}</h1><p>{t('shell.missing')}</p></div>}
          </Suspense>
        </Broken>
      </main>
    </>
  );
}
