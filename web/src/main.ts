import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners, provideZonelessChangeDetection } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { provideStore } from '@ngrx/store';
import { App } from './app/app.ts';
import { routes } from './app/app.routes.ts';
import { unattendedReads } from './app/shared/attended.ts';
import { desk } from './app/shared/desk-state.ts';

bootstrapApplication(App, {
  providers: [provideZonelessChangeDetection(), provideBrowserGlobalErrorListeners(), provideHttpClient(withFetch(), withInterceptors([unattendedReads])), provideRouter(routes, withComponentInputBinding()), provideStore({ desk: desk.reducer })],
}).catch((error: unknown) => { document.body.textContent = `Peel could not start: ${String(error)}`; });
