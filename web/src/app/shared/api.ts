import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Store } from '@ngrx/store';
import { firstValueFrom } from 'rxjs';
import type { Refusal } from '#domain/shared/refusal';
import { deskActions } from './desk-state.ts';

/** A problem as the api tells it (RFC 9457). `status` 0: the connection dropped. */
export interface Problem { readonly status: number; readonly code: string; readonly detail: string; readonly refusals: readonly Refusal[]; readonly problems: readonly { readonly field: string; readonly message: string }[]; readonly version?: number; readonly requestId?: string }
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) { super(problem.detail); this.problem = problem; }
}

const OFFLINE = 'Not saved. The connection dropped. Your text is kept on this device; do not retype it.';

/** Reads and acts over HTTP; whatever goes wrong comes as one kind of problem. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly store = inject(Store);

  get<T>(path: string, query: Readonly<Record<string, string>> = {}): Promise<T> { return this.told(firstValueFrom(this.http.get<T>(path, { params: { ...query } }))); }
  post<T>(path: string, body: unknown): Promise<T> { return this.told(firstValueFrom(this.http.post<T>(path, body))); }

  private async told<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      throw this.problemOf(error);
    }
  }

  private problemOf(error: unknown): Error {
    if (!(error instanceof HttpErrorResponse)) return error as Error;
    if (error.status === 401) this.store.dispatch(deskActions.sessionEnded());
    if (error.status === 403) this.store.dispatch(deskActions.postRefused());
    if (error.status === 0) this.store.dispatch(deskActions.connectionChanged({ live: false }));
    const body = (typeof error.error === 'string' ? parsed(error.error) : error.error) as Partial<Problem> | null;
    return new ProblemError({ code: 'OFFLINE', detail: OFFLINE, refusals: [], problems: [], ...body, status: error.status });
  }
}

function parsed(text: string): object | null {
  try {
    return JSON.parse(text) as object;
  } catch {
    return null; // not ours: a proxy's page
  }
}

/** What to show of any failure, in words. */
export const wordsOf = (error: unknown): string => (error instanceof ProblemError ? error.problem.detail : 'Something went wrong. Nothing was recorded. Try again.');

/** Everything a refusal says, on one line. */
export function allWordsOf(error: unknown): string {
  if (!(error instanceof ProblemError)) return wordsOf(error);
  const { refusals, problems, detail } = error.problem;
  return [...refusals.map((r) => `${r.message} ${r.code}`), ...problems.map((p) => p.message)].join(' ') || detail;
}
