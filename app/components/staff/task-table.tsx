import { localDate } from '#engine/clock/index.ts';
import { formatDay, weekday } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import { usePick, useText } from '#app/i18n/use-text.ts';
import type { TaskList, TaskRow } from '#app/server/staff/tasks.ts';
import { DossierCode } from './dossier-code.tsx';
import { TimeShape } from './time-state.tsx';

interface RowProps {
  readonly row: TaskRow;
  readonly unitName: (code: string) => string;
  /** Ticked for what is done to several at once: the form's id. */
  readonly chooseFor?: string;
}

const Row = ({ row, unitName, chooseFor }: RowProps) => {
  const { agency, work } = useStaffText();
  const { common } = useText();
  const pick = usePick();
  const words = agency.tasks;
  return (
    <tr>
      <td>
        {chooseFor ? (
          <input
            type="checkbox"
            name="chon"
            value={row.task}
            form={chooseFor}
            aria-label={work.choose(row.code, row.step)}
          />
        ) : null}
        <DossierCode code={row.code} to={`/cong-viec/${row.dossier}`} />
      </td>
      <td>{row.procedureName}</td>
      <td data-l={words.columns.applicant}>{row.applicant}</td>
      <td data-l={words.columns.step}>
        {row.step}
        <span className={row.assignee ? 's' : 's free'}>{row.assignee?.name ?? words.nobody}</span>
      </td>
      <td data-l={words.columns.unit}>{unitName(row.unit)}</td>
      <td>
        <span className={`st ${row.time.state}`}>
          <TimeShape state={row.time.state} />
          {pick(row.time.text)}
        </span>
        {row.promisedDue ? (
          <span className="s num">
            {common.weekdaysShort[weekday(localDate(row.promisedDue))]}, {formatDay(row.promisedDue)}
          </span>
        ) : null}
      </td>
    </tr>
  );
};

/** Tasks grouped by urgency; each group says its state in word and shape. */
export const TaskTable = ({
  list,
  units,
  chooseFor,
}: {
  readonly chooseFor?: string;
  readonly list: TaskList;
  readonly units: Readonly<Record<string, string>>;
}) => {
  const { agency } = useStaffText();
  const words = agency.tasks;
  const columns = words.columns;
  return (
    <div className="tasks">
      <table className="list rc">
        <caption className="vh">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col" className="c-code">
              {columns.code}
            </th>
            <th scope="col">{columns.procedure}</th>
            <th scope="col" className="c-applicant">
              {columns.applicant}
            </th>
            <th scope="col" className="c-step">
              {columns.step}
            </th>
            <th scope="col" className="c-unit">
              {columns.unit}
            </th>
            <th scope="col" className="c-due">
              {columns.due}
            </th>
          </tr>
        </thead>
        {list.groups.map((group) => (
          <tbody key={group.state}>
            <tr className="grp">
              <th colSpan={6} scope="rowgroup">
                <span className={`st ${group.state}`}>
                  <TimeShape state={group.state} />
                  {words.groups[group.state]}
                </span>
                <i>{words.count(group.rows.length)}</i>
              </th>
            </tr>
            {group.rows.map((row) => (
              <Row
                key={row.task}
                row={row}
                unitName={(code) => units[code] ?? code}
                {...(chooseFor ? { chooseFor } : {})}
              />
            ))}
          </tbody>
        ))}
      </table>
      <div className="pager">{words.shown(list.shown, list.total)}</div>
    </div>
  );
};
