import { badge } from '../../parts/pieces.js';
import { t } from './words.js';

export const STATES = ['RECEIVED', 'CLAIMED', 'STORING', 'STORED', 'STARTING', 'UNCLEAR', 'PASSED', 'REJECTED', 'FAILED'];

const TONES = { RECEIVED: 'calm', UNCLEAR: 'warn', PASSED: 'good', REJECTED: 'bad', FAILED: 'bad' };

export const uploadState = (state) => badge(TONES[state] ?? 'busy', t(`state_${state}`));

export const ended = ({ state }) => ['PASSED', 'REJECTED', 'FAILED'].includes(state);

/** Before Slack has told the name, a file is called by its id there. */
export const fileName = ({ fileName: name, fileId }) => name ?? fileId;
