import { type Cell, printed, type Section } from '../../../shared/reports/cells.ts';

/** A report's tables one below the other; on a phone each scrolls sideways within itself. */
export function Tables({ sections }: { sections: readonly Section[] }) {
  return (
    <div class="report-tables">
      {sections.map((section) => (
        <section key={section.name} class={`report-part report-${section.name}`}>
          <h2>{section.heading}</h2>
          {section.notes?.map((note) => (
            <p key={note}>{note}</p>
          ))}
          {section.table && <Grid name={section.heading} {...section.table} />}
        </section>
      ))}
    </div>
  );
}

const isNumber = (cell: Cell | undefined) => typeof cell === 'object';

type GridProps = NonNullable<Section['table']> & { readonly name: string };

/** Wider than a phone: it scrolls, by key too. */
export function Grid({ name, head, rows }: GridProps) {
  return (
    <section class="report-scroll" aria-label={name} {...{ tabIndex: 0 }}>
      <table>
        <thead>
          <tr>
            {head.map((title, i) => (
              <th key={title} scope="col" class={isNumber(rows[0]?.[i]) ? 'is-number' : ''}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.map(printed).join()}>
              {row.map((cell, i) => (
                <td key={head[i] ?? i} class={isNumber(cell) ? 'is-number' : ''}>
                  {printed(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function Definitions({ section }: { section: Section }) {
  return (
    <details class="report-definitions">
      <summary>{section.heading}</summary>
      <ul>
        {section.notes?.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </details>
  );
}
