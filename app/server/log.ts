import { pino, type Logger } from 'pino';

/** JSON lines without personal data: numbers of people, phones and answers never reach a log. */
export const createLog = (level = process.env['MOTCUA_LOG'] ?? 'warn'): Logger =>
  pino({
    level,
    redact: {
      paths: [
        '*.phone',
        '*.idNumber',
        '*.answers',
        '*.applicant',
        '*.password',
        '*.cookie',
        'phone',
        'idNumber',
        'answers',
        'applicant',
      ],
      censor: '[redacted]',
    },
  });
