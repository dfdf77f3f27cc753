import { account } from './citizen/account.ts';
import { catalogue } from './citizen/catalogue.ts';
import { follow } from './citizen/follow.ts';
import { question } from './citizen/question.ts';
import { home } from './citizen/home.ts';
import { intake } from './citizen/intake.ts';
import { log } from './citizen/log.ts';
import { places } from './citizen/places.ts';
import { procedure } from './citizen/procedure.ts';

/** Texts of the public pages, one file per group of pages. */
export const citizen = { account, catalogue, follow, question, home, intake, log, places, procedure };
