import '../design/tokens.css';
import '../design/base.css';
import '../design/shell.css';
import '../design/parts.css';
import '../design/charts.css';
import '../design/shops.css';
import './shell.js';
