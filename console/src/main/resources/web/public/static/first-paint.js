// Before anything is painted: the theme and language chosen earlier, so that nothing flashes.
(() => {
  const theme = localStorage.getItem('daybreak.theme');
  if (theme === 'light' || theme === 'dark') {
    document.documentElement.dataset.theme = theme;
  }
  const language = localStorage.getItem('daybreak.language') ?? navigator.language;
  document.documentElement.lang = language.startsWith('ko') ? 'ko' : 'en';
})();
