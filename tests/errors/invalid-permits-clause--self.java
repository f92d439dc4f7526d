sealed class T permits T { }
