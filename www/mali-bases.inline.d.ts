// The script with everything in it defines the element, and exports nothing.
import "./mali-bases.js";
