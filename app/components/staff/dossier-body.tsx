import { DiagramLegend, ProcessDiagram } from '#app/components/diagram/index.ts';
import { formatDate, formatDay, formatMoney, formatTime } from '#app/i18n/format.ts';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DossierModel } from '#app/server/staff/dossier-model.ts';
import { Facts } from './facts.tsx';
import { History } from './history.tsx';
import { NonTerritorialCard, useDelivery, useOrigin } from './reception-facts.tsx';
import { PapersTable } from './papers-table.tsx';
import { VisitCard } from './together/index.ts';

/** Where the dossier stands, drawn. */
export const ProcessCard = ({ model }: { readonly model: DossierModel }) => {
  const { agency, diagram } = useStaffText();
  const words = agency.dossier;
  const current = model.waiting.map((each) => each.step).join(', ');
  return (
    <section className="card proc">
      <header>
        <h2>{words.process}</h2>
        <span className="muted">
          {model.state.acceptedAt === undefined ? words.notStarted : current === '' ? words.ended : words.at(current)}
        </span>
        <DiagramLegend />
      </header>
      <ProcessDiagram
        view={model.diagram}
        title={diagram.title(model.procedureName, model.diagram.steps.length, current)}
      />
    </section>
  );
};

const Person = ({ model }: { readonly model: DossierModel }) => {
  const { agency, reception } = useStaffText();
  const words = agency.dossier;
  const delivery = useDelivery(model.state);
  const origin = useOrigin(model.state);
  const { applicant, submittedBy, returnChannel, returnAddress } = model.state;
  const rows: readonly (readonly [string, string | undefined])[] = [
    [words.applicant, applicant.name],
    [words.idNumber, applicant.idNumber],
    [words.phone, applicant.phone],
    [words.email, applicant.email],
    [words.address, applicant.address],
    [
      words.submittedBy,
      submittedBy
        ? [submittedBy.name, submittedBy.idNumber, submittedBy.mandate].filter(Boolean).join(', ')
        : undefined,
    ],
    [reception.delivery, delivery],
    [reception.origin.title, origin],
    [words.case, model.caseName],
    [words.returnChannel, [words.returns[returnChannel], returnAddress].filter(Boolean).join(', ')],
  ];
  return (
    <dl className="pairs">
      {rows.map(([label, value]) =>
        value ? (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
};

const Money = ({ model }: { readonly model: DossierModel }) => {
  const { dossier: words } = useStaffText().agency;
  if (model.fees.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.fees}</h2>
      {model.fees.map((fee) => (
        <p key={fee.fee} className="feeline">
          <span>
            {fee.name} <span className="muted">· {fee.paid ? words.feePaid : words.feeOpen}</span>
          </span>
          <b>{formatMoney(fee.amount)}</b>
        </p>
      ))}
    </section>
  );
};

const Results = ({
  model,
  fileAddress,
}: {
  readonly model: DossierModel;
  readonly fileAddress: (hash: string) => string;
}) => {
  const { agency, together } = useStaffText();
  const words = agency.dossier;
  if (model.state.results.length === 0) return null;
  return (
    <section className="card">
      <h2>{words.results}</h2>
      <ul className="filelist">
        {model.state.results.map((result) => (
          <li key={result.file.hash}>
            <a href={fileAddress(result.file.hash)}>{result.name}</a>{' '}
            <span className="muted small">
              {[
                result.code ? together.resultCode(result.code) : '',
                result.validTo ? together.valid(formatDate(result.validTo)) : '',
                result.corrects ? together.corrected : '',
                result.number ? words.resultNumber(result.number) : '',
                result.signedBy && result.signedAt
                  ? words.resultSigned(result.signedBy, `${formatTime(result.signedAt)} ${formatDay(result.signedAt)}`)
                  : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** The papers of the law that can be printed now. */
export const PrintLinks = ({ model }: { readonly model: DossierModel }) => {
  const { dossier: words } = useStaffText().agency;
  if (model.prints.length === 0) return null;
  return (
    <ul className="paperlinks" aria-label={words.printed}>
      {model.prints.map((paper) => (
        <li key={paper}>
          <a href={`/mot-cua/ho-so/${model.state.id}/${paper}.pdf`}>{words.print[paper]}</a>
        </li>
      ))}
    </ul>
  );
};

/** Facts, papers, results and history: the left side of a dossier's page. */
export const DossierBody = ({
  model,
  base = '/cong-viec',
}: {
  readonly model: DossierModel;
  /** Where this person opens dossiers: the work list, or the counter. */
  readonly base?: '/cong-viec' | '/mot-cua/ho-so';
}) => {
  const { dossier: words } = useStaffText().agency;
  const fileAddress = (hash: string) => `/cong-viec/${model.state.id}/tep/${hash}`;
  const files = model.papers.reduce((sum, paper) => sum + paper.files.length, 0);
  return (
    <>
      <NonTerritorialCard model={model} />
      {model.together ? <VisitCard together={model.together} address={(id) => `${base}/${id}`} /> : null}
      <Results model={model} fileAddress={fileAddress} />
      <section className="card">
        <h2>{words.facts}</h2>
        <Person model={model} />
        <Facts parts={model.facts} fileAddress={fileAddress} />
      </section>
      <section className="card flush" id="giay-to" tabIndex={-1} data-focus-key="d">
        <div className="cardtitle">
          <h2>{words.papers}</h2>
          <span className="muted">{words.paperCount(model.papers.length, files)}</span>
        </div>
        {model.papers.length === 0 ? (
          <p className="pad muted">{words.noPapers}</p>
        ) : (
          <PapersTable papers={model.papers} fileAddress={fileAddress} />
        )}
      </section>
      <Money model={model} />
      <section className="card flush" id="dien-bien" tabIndex={-1} data-focus-key="h">
        <div className="cardtitle">
          <h2>{words.history}</h2>
          <span className="muted">{words.newestFirst}</span>
        </div>
        <History rows={model.history} />
        <div className="cardtitle">
          <PrintLinks model={model} />
        </div>
      </section>
    </>
  );
};
