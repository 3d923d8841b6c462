// Where the workspace starts in the browser. Knows nothing of what it shows.

import { createRoot } from "react-dom/client";

const root = document.getElementById("root");
if (root) createRoot(root).render(<h1>Frontdesk</h1>);
