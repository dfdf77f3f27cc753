import { Link } from '@remix-run/react';
import { useStaffText } from '#app/i18n/use-staff-text.ts';
import type { DecisionView } from '#app/server/staff/decision-view.ts';

/** Groups of linked procedures (TT 01/2018/TT-VPCP Điều 4) that a decision publishes, changes or ends. */
export const DecisionGroups = ({ groups }: { readonly groups: DecisionView['groups'] }) => {
  const { groups: words } = useStaffText().office.report;
  if (groups.length === 0) return null;
  return (
    <section className="card flush">
      <div className="cardtitle">
        <h2>{words.title}</h2>
        <span className="muted">{words.text}</span>
      </div>
      <ul className="choicelist">
        {groups.map((group) => (
          <li key={group.code}>
            <div>
              <span className="t">{group.ends ? words.ends(group.name) : group.name}</span>
              <small>{group.code}</small>
              {group.members.map((member) => (
                <p key={member.code}>
                  <Link to={`/danh-muc/${member.code}`}>{member.code}</Link>
                  {member.name ? ` ${member.name}` : ''}
                  {member.leads ? ` · ${words.leads}` : ''}
                  {member.limit ? ` · ${words.limit(member.limit)}` : ''}
                  {member.papers.map(({ paper, from }) => (
                    <span key={paper} className="small muted block">
                      {words.paper(paper, from)}
                    </span>
                  ))}
                </p>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
};
