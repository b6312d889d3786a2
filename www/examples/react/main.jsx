// A page in React 19: attributes and events as in HTML, and a route that takes the graphic away.

import { useState } from "react";
import { createRoot } from "react-dom/client";
import "mali-bases";

function Article() {
  const [route, setRoute] = useState("graphic");
  const [base, setBase] = useState("gao");
  return (
    <>
      <button id="choose" onClick={() => setBase("timbuktu")}>Timbuktu</button>
      <button id="route" onClick={() => setRoute(route === "graphic" ? "text" : "graphic")}>Another page</button>
      <p id="told">{base ?? "nothing"}</p>
      {route === "graphic" && (
        <mali-bases date="2021-12-14" base={base} onmali-select={({ detail }) => setBase(detail.base)} />
      )}
    </>
  );
}

createRoot(document.querySelector("#app")).render(<Article />);
