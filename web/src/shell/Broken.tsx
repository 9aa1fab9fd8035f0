import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words';

/** Catches what breaks in a page, so that the rest of the app stays usable. */
export class Broken extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state = { fault: null as Error | null };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    return this.state.fault ? <BrokenPage fault={this.state.fault} again={() => this.setState({ fault: null })} /> : this.props.children;
  }
}

function BrokenPage({ fault, again }: { fault: Error; again: () => void }) {
  const { t } = useWords();
  return (
    <div className="page">
      <div className="note bad stack tight" role="alert">
        <h1>{t('shell.broken')}</h1>
        <p>{t('shell.brokenWhy')}</p>
        <p className="mono">{fault.message}</p>
        <div><button onClick={again}>{t('shell.again')}</button></div>
      </div>
    </div>
  );
}
