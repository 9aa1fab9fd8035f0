import { codes } from './codes';
import { pillarTexts } from './pillars';
import { plan } from './plan';
import { register } from './register';
import { shell } from './shell';
import { studies } from './studies';
import { sweeps } from './sweeps';

/** Every text of the app: its key, the English and the Chinese. Both stand together so that neither is forgotten. */
export const texts = { ...shell, ...plan, ...register, ...studies, ...sweeps, ...codes, ...pillarTexts };
