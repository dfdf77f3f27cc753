import type { AppLoadContext } from '@remix-run/node';
import { paymentProblems, type PaymentRequest } from '#engine/payments/index.ts';
import type { PaymentPlatform } from '#engine/peers/index.ts';
import { fail, ok, type Result } from '#engine/result/index.ts';

const TIMEOUT_MS = 10_000;
const LONGEST_ADDRESS = 2000;

/** The platform that this server can send people to; undefined: nobody is offered to pay on line. */
export const openPlatform = async ({ service, config }: AppLoadContext): Promise<PaymentPlatform | undefined> => {
  const platform = await service.payments.platform();
  return platform?.requestUrl !== undefined || config.demo ? platform : undefined;
};

const isAddress = (value: unknown): value is string => {
  if (typeof value !== 'string' || value.length > LONGEST_ADDRESS || !URL.canParse(value)) return false;
  const { protocol } = new URL(value);
  return protocol === 'https:' || protocol === 'http:';
};

/**
 * Opens a payment and answers where the payer goes. The demo has a platform of its own; a real one gets
 * `motcua/payment-request@1` by POST with its secret and answers `{ "url": … }`. Asked twice, it is the same payment.
 */
export const openPayment = async (context: AppLoadContext, request: PaymentRequest): Promise<Result<string>> => {
  const platform = await openPlatform(context);
  if (!platform) return fail(paymentProblems.noPlatform());
  const { requestUrl } = platform;
  if (requestUrl === undefined) {
    const amount = request.PhiLePhi.reduce((sum, { SoTien }) => sum + SoTien, 0);
    return ok(`/demo/thanh-toan/${encodeURIComponent(request.MaTraCuuTT)}?so-tien=${amount}`);
  }
  const secret = context.config.peerSecrets.get(platform.id);
  if (secret === undefined) {
    context.log.error({ platform: platform.id }, 'no secret is set for the payment platform');
    return fail(paymentProblems.unavailable());
  }
  try {
    const answer = await fetch(requestUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${secret}`,
        'idempotency-key': request.MaTraCuuTT,
      },
      body: JSON.stringify(request),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const body: unknown = answer.ok ? await answer.json() : undefined;
    const url = typeof body === 'object' && body !== null && 'url' in body ? body.url : undefined;
    if (isAddress(url)) return ok(url);
    throw new Error(`${platform.id} answered ${answer.status} without an address`);
  } catch (error) {
    context.log.warn({ err: error, platform: platform.id }, 'the payment platform did not answer');
    return fail(paymentProblems.unavailable());
  }
};
