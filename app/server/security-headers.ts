import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Config } from './config.ts';

/** Pages that draw BPMN with bpmn-js, which sets styles on elements it makes from markup. */
const drawing = [/^\/thiet-ke(\/|$)/];

/** The policy of one page. Scripts: ours, or with this answer's nonce; never eval, never inline. */
export const contentSecurityPolicy = (nonce: string, path: string, dev: boolean): string => {
  const loose = dev || drawing.some((pattern) => pattern.test(path));
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self'${loose ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
  ].join('; ');
};

/** Sets the headers of every answer and leaves the nonce in `response.locals`. */
export const securityHeaders =
  (config: Pick<Config, 'secure' | 'dev'>): RequestHandler =>
  (request, response, next) => {
    const nonce = randomBytes(18).toString('base64');
    response.locals['nonce'] = nonce;
    response.setHeader('Content-Security-Policy', contentSecurityPolicy(nonce, request.path, config.dev));
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Referrer-Policy', 'same-origin');
    response.setHeader('X-Frame-Options', 'SAMEORIGIN');
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    response.setHeader('Permissions-Policy', 'camera=(self), geolocation=(), microphone=()');
    if (config.secure) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains');
    // Pages hold personal data: nothing may keep them unless an asset says so itself.
    response.setHeader('Cache-Control', 'no-store');
    next();
  };
