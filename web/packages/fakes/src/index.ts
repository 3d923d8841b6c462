// The native API as a browser sees it. Knows no framework.
export {};
