import { Plus } from 'lucide-preact';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { SignIn } from '../../../shared/screen/signIn.tsx';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { addressOf } from '../address.ts';
import '../meetings/meetings.css';
import type { TabProps } from '../tabs.ts';
import { Asides } from './asides.tsx';
import './complaints.css';
import './desk.css';
import { Corrections } from './corrections.tsx';
import { OpenForm } from './openForm.tsx';
import { OrderPage } from './orderPage.tsx';
import { Orders } from './orders.tsx';
import { Warnings } from './warnings.tsx';

/** 投诉: what is nearest its limit first, each with its one next step; early warnings above it. */
export function Page({ link, path }: TabProps) {
  const view = link.view({ name: 'complaints' }).value?.view ?? null;
  const now = useNow(link);
  const w = words(complaintWords);
  if (!view)
    return (
      <div class="records">
        <p class="quiet">{w.signIn}</p>
        <SignIn link={link} />
      </div>
    );
  const [where, more] = path;
  const order = [...view.open, ...view.ended].find(({ id }) => id === where);
  if (order) return <OrderPage {...{ link, view, order, now }} />;
  if (where === 'new') return <OpenForm {...{ link, view }} {...(more && { warning: more })} />;
  return (
    <div class="records complaints complaints-both">
      <h1 class="unseen">{w.title}</h1>
      <Warnings {...{ link, view, now }} />
      <section class="part complaints-orders" aria-label={w.title}>
        <header>
          <h2>{w.title}</h2>
          <a class="button button-next" href={addressOf('complaints', 'new')}>
            <Plus aria-hidden="true" />
            {w.open}
          </a>
        </header>
        <Orders {...{ view, now }} cards={view.open} />
        {view.open.length === 0 && <Empty says={w.none} means={w.noneMeans} isGood />}
      </section>
      <Corrections {...{ link, view }} />
      <Asides {...{ view, now }} />
    </div>
  );
}
