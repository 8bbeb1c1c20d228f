import { Page } from '../../parts/page';

const Screen = () => <Page title="Integrations">To be built.</Page>;

export default Screen;
