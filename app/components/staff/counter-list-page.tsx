import { Form } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { CounterList } from '#app/server/staff/counter-lists.ts';
import { EmptyState } from '../empty-state.tsx';
import { Pagination } from '../pagination.tsx';
import { CounterTable } from './counter-table.tsx';

/** A list of the counter: title, search in the address, table, pages. */
export const CounterListPage = ({
  words,
  list,
  text,
  page,
  pages,
  columns,
}: {
  readonly words: { readonly title: string; readonly text?: string; readonly empty: string };
  readonly list: CounterList;
  readonly text: string;
  readonly page: number;
  readonly pages: number;
  readonly columns: readonly ('submitted' | 'accepted' | 'due' | 'finished' | 'status')[];
}) => {
  const { lists } = useStaffText().counter;
  return (
    <>
      <div className="ptitle">
        <h1>{words.title}</h1>
        {words.text ? <span className="muted">{words.text}</span> : null}
      </div>
      <Form className="sfilters" method="get">
        <input
          type="search"
          name="tim"
          defaultValue={text}
          key={text}
          aria-label={lists.search}
          placeholder={lists.search}
        />
        <button className="btn second s">{lists.find}</button>
      </Form>
      {list.rows.length === 0 ? (
        <div className="card">
          <EmptyState title={words.empty} />
        </div>
      ) : (
        <div className="tasks">
          <CounterTable rows={list.rows} columns={columns} caption={words.title} />
          <div className="pager">
            {lists.shown(list.rows.length, list.total)}
            <Pagination page={page} pages={pages} />
          </div>
        </div>
      )}
    </>
  );
};
