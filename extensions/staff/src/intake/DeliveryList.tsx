import { text } from '@corelab/ui';
import { FileList } from './FileList.js';
import { outcomesText, receiptText, type Sheet } from './intakeWords.js';

type Delivery = Sheet['deliveries'][number];

/** Counts by series, in the order of the receipt. */
const bySeries = ({ series }: Delivery): [string | null, Delivery['series'][number][]][] => [
  ...series.reduce((groups, one) => {
    groups.set(one.seriesUid, [...(groups.get(one.seriesUid) ?? []), one]);
    return groups;
  }, new Map<string | null, Delivery['series'][number][]>()),
];

/** The receipts of a study: of each series how many files came and what became of them, with their hashes. */
export function DeliveryList({ deliveries }: Pick<Sheet, 'deliveries'>) {
  return (
    <section className="cl-form">
      <h3 className="cl-caption">{text('intake.sheet.receipts')}</h3>
      {deliveries.length === 0 ? (
        <p className="cl-second">{text('intake.sheet.noReceipts')}</p>
      ) : null}
      <ol className="cl-list cl-form">
        {deliveries.map(delivery => (
          <li key={delivery.id}>
            <div className="cl-medium">{receiptText(delivery)}</div>
            <div className="cl-second cl-uid">
              {text('intake.sheet.receipt', { id: delivery.id })}
            </div>
            <ul className="cl-list">
              {bySeries(delivery).map(([seriesUid, counts]) => (
                <li key={seriesUid}>
                  <div>{outcomesText(counts)}</div>
                  <div className="cl-second cl-uid">
                    {seriesUid ?? text('intake.sheet.noSeries')}
                  </div>
                  {seriesUid === null ? null : (
                    <FileList
                      receipt={delivery.id}
                      series={seriesUid}
                    />
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  );
}
