private class T { }
