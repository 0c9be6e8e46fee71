import { history } from './history';

let navigated = false;
history.listen( ( { action } ) => {
	navigated = navigated || action !== 'REPLACE';
} );

/** Whether somebody moved inside the app: then the focus goes along; on the first load it stays where the browser put it. */
export const hasNavigated = () => navigated;
