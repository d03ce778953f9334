export { nearest } from '../core/text/nearest.ts';
