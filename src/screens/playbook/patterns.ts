import type { Pattern } from '../../data/customers/schema';
import { patternNames } from '../../format/words';

export const isPattern = ( slug: string ): slug is Pattern => slug in patternNames();
