import '@testing-library/jest-dom';
import { configure } from '@testing-library/dom';

// Role queries over a real table take half a second; the default limit of one second is too near.
configure( { asyncUtilTimeout: 5000 } );
