const KEPT = 'daybreak.theme';

export const THEMES = ['light', 'system', 'dark'];

export const theme = () => document.documentElement.dataset.theme ?? 'system';

export function chooseTheme(wanted) {
  if (wanted === 'system') {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(KEPT);
  } else {
    document.documentElement.dataset.theme = wanted;
    localStorage.setItem(KEPT, wanted);
  }
}
