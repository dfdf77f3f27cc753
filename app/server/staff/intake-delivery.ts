import type { AppLoadContext } from '@remix-run/node';
import { formatDate } from '#engine/clock/index.ts';
import type { Delivery } from '#engine/dossier/index.ts';
import type { Draft, DraftDelivery } from '#engine/store/index.ts';
import { readTypedDate } from '#app/forms/typed-date.ts';

type Way = DraftDelivery['by'];

/** Ways of handing in that the counter can note for a draft today: those the release and the rules of the day offer. */
export const waysOf = async (
  context: AppLoadContext,
  channels: readonly Draft['channel'][],
): Promise<readonly Way[]> => {
  const { kiosk } = await context.service.reception.today();
  const counter = channels.includes('counter');
  return [
    ...(counter ? (['person'] as const) : []),
    ...(counter && kiosk ? (['kiosk'] as const) : []),
    ...(channels.includes('post') ? (['post'] as const) : []),
  ];
};

/** What the page posted of it; a way that is not offered is not taken. */
export const postedDelivery = (
  data: FormData,
  ways: readonly Way[],
): Pick<Draft, 'channel'> & { readonly delivery: DraftDelivery } => {
  const text = (name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const by = ways.find((way) => way === text('cach-nop')) ?? ways[0] ?? 'person';
  const day = text('ngay-den');
  return {
    channel: by === 'post' ? 'post' : 'counter',
    delivery: { by, arrivedOn: readTypedDate(day) ?? day, number: by === 'kiosk' ? text('ki-ot') : text('buu-gui') },
  };
};

/** As the boxes show it again. */
export const shownDelivery = ({ delivery, channel }: Draft): DraftDelivery => {
  if (!delivery) return { by: channel === 'post' ? 'post' : 'person', arrivedOn: '', number: '' };
  const iso = /^\d{4}-\d{2}-\d{2}$/.test(delivery.arrivedOn);
  return { ...delivery, arrivedOn: iso ? formatDate(delivery.arrivedOn) : delivery.arrivedOn };
};

/** As the dossier keeps it; somebody at the desk is nothing to note. */
export const deliveryOf = ({ delivery }: Draft): { readonly delivery?: Delivery } => {
  if (!delivery || delivery.by === 'person') return {};
  const { number, arrivedOn } = delivery;
  return delivery.by === 'kiosk'
    ? { delivery: { type: 'kiosk', ...(number === '' ? {} : { kiosk: number }) } }
    : { delivery: { type: 'post', arrivedOn, ...(number === '' ? {} : { item: number }) } };
};
