import { api } from './api.js';

/** @type {{name: string, subject: string, roles: string[], expiresAt: string} | undefined} */
let person;

export async function loadSession() {
  person = await api.get('/session');
}

export const session = () => person;

/** Operators may do whatever somebody may. Hides what is of no use; the services check for themselves. */
export const allowed = (roles) => ['operator', ...roles].some((role) => person?.roles.includes(role));

export const isOperator = () => allowed([]);
