import type { ComponentChildren, JSX } from 'preact';

/** The way back, above the title of a page. */
export function Ariane({ children }: { readonly children: ComponentChildren }): JSX.Element {
  return (
    <nav aria-label="Fil d’Ariane" class="ariane">
      {children}
    </nav>
  );
}
