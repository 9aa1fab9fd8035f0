import './looks/tokens.css';
import './looks/base.css';
import './shell/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { expectPlan } from './api/plans';
import { queries } from './api/queries';
import { App } from './shell/App';
import { startWords } from './words/words';

// Whoever opens a plan waits for its page, its map and its data: all three are asked for before the first is there.
const plan = /^\/plans\/([^/]+)$/.exec(location.pathname)?.[1];
if (plan && plan !== 'compare') {
  void import('./plan/PlanPage');
  void import('./map/MapView');
  void expectPlan(queries, decodeURIComponent(plan));
}

startWords();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
