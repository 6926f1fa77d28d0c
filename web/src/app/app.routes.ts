import type { Routes } from '@angular/router';

/** Each page is loaded when it is first opened; a page's data leaves memory with it. */
export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./shell/home-page.ts').then((m) => m.HomePage) },
  { path: 'whiteboard', title: 'Whiteboard - Peel', loadComponent: () => import('./custody/whiteboard-page.ts').then((m) => m.WhiteboardPage) },
  { path: 'book-in', title: 'Book in - Peel', loadComponent: () => import('./custody/book-in-page.ts').then((m) => m.BookInPage) },
  { path: 'book-in/:id', title: 'Book in - Peel', loadComponent: () => import('./custody/book-in-page.ts').then((m) => m.BookInPage) },
  { path: 'custody-record/:id', title: 'Custody record - Peel', loadComponent: () => import('./custody/custody-record-page.ts').then((m) => m.CustodyRecordPage) },
  { path: 'work', title: 'Work - Peel', loadComponent: () => import('./work/inbox-page.ts').then((m) => m.InboxPage) },
  { path: 'roster', title: 'Roster - Peel', loadComponent: () => import('./force/roster-page.ts').then((m) => m.RosterPage) },
  { path: 'officers', title: 'Officers - Peel', loadComponent: () => import('./force/officers-page.ts').then((m) => m.OfficersPage) },
  { path: 'operations', title: 'Operations - Peel', loadComponent: () => import('./operations/operations-page.ts').then((m) => m.OperationsPage) },
  { path: 'audit', title: 'Audit log - Peel', loadComponent: () => import('./operations/audit-page.ts').then((m) => m.AuditPage) },
  { path: 'training', title: 'Training clock - Peel', loadComponent: () => import('./training/training-page.ts').then((m) => m.TrainingPage) },
  { path: '**', title: 'Not found - Peel', loadComponent: () => import('./shell/not-found-page.ts').then((m) => m.NotFoundPage) },
];
